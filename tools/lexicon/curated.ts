/**
 * What the generated part of the lexicon cannot know: which drawing a storyteller's common words want, which words are
 * never to be drawn, and how large things are. Everything else comes from the drawings' names, their keywords and
 * WordNet (tools/make-lexicon.ts). One line per drawing: its id, then its words; `_` stands for a space.
 */

/** Drawings that the emoji set lacks; src/core/storybook draws them. `id kind metres stands: words`. */
export const OWN_DRAWINGS = `
lighthouse building 30 ground: lighthouse beacon light_tower
match object 0.05 held: match matchstick matches
lamp object 0.5 ground: lamp oil_lamp street_lamp lamppost lamp_post streetlight
gate object 1.4 ground: gate garden_gate gateway wicket
fence object 1.2 ground: fence picket_fence paling railing hedge_fence
bridge building 8 ground: bridge footbridge drawbridge
rake object 1.6 held: rake hoe pitchfork
net object 1.5 ground: net fishing_net gooseberry_net fishnet
cloak object 1.3 worn: cloak cape mantle
jacket object 0.7 worn: jacket waistcoat blazer
scarf object 0.8 worn: scarf shawl muffler
cave nature 5 ground: cave cavern den lair grotto burrow
nest nature 0.4 ground: nest bird's_nest birds_nest
well building 1.8 ground: well wishing_well
bathtub-boat vehicle 2 water: bathtub_boat tub_boat bathtub_ship
stairs object 3 ground: stair stairs staircase stairway steps doorstep stairwell spiral_staircase
table object 0.9 ground: table dinner_table kitchen_table workbench bench_table counter
bookshelf object 2 ground: bookshelf bookcase shelf
cottage building 5 ground: cottage hut_cottage farmhouse cabin gingerbread_house bungalow lodge
tower building 15 ground: tower turret belfry steeple bell_tower clock_tower watchtower
rock nature 1.2 ground: rock boulder stone crag
bush plant 1.3 ground: bush shrub hedge thicket bramble briar blackberry_bush gooseberry_bush rose_bush
reeds plant 1.2 water: reed reeds rushes bulrush cattail sedge
cucumber-frame object 1.2 ground: cucumber_frame cold_frame garden_frame
wind weather 3 sky: wind north_wind south_wind east_wind west_wind breeze gale
sun-face celestial 3 sky: sun_face
badge object 0.12 worn: badge brooch
horn object 0.5 held: horn foghorn ship's_horn hunting_horn
bucket object 0.4 ground: bucket pail watering_can
basket object 0.5 held: basket hamper wicker_basket picnic_basket
lantern object 0.4 held: lantern
clock-face object 0.5 ground: clock wall_clock clock_face grandfather_clock
train vehicle 6 ground: train night_train steam_train railway_train carriage_train express
rowing-boat vehicle 3 water: rowing_boat rowboat dinghy row_boat boat little_boat
snowflake-person weather 0.3 sky: snowflake_person
loaf-person food 0.4 table: loaf_person talking_bread
`;

/** Words that a drawing of the emoji set is to be used for, before anything that WordNet says. */
export const PREFERRED_WORDS = `
rabbit: rabbit bunny hare cottontail bunny_rabbit
mouse: mouse mice fieldmouse field_mouse dormouse shrew vole
rat: rat
badger: mole
bird: bird robin sparrow wren finch nightingale lark swallow gull seagull sea_gull thrush cuckoo songbird chickadee tit jay magpie woodpecker pigeon canary hummingbird bluebird
blackbird: blackbird crow raven rook jackdaw starling
dove: dove
eagle: eagle hawk falcon kite_hawk vulture buzzard condor
goose: goose gander geese gosling
duck: duck drake mallard
baby-chick: chick duckling baby_bird nestling fledgling
chicken: hen chicken
rooster: rooster cock cockerel
swan: swan cygnet
fish: fish salmon trout cod herring minnow carp goldfish pike
tropical-fish: clownfish
whale: whale
dog: dog puppy hound doggy pup terrier spaniel sheepdog
cat: cat kitten kitty tomcat pussycat
black-cat: black_cat
horse: horse mare stallion foal steed colt
carousel-horse: rocking_horse carousel_horse
donkey: donkey ass mule
cow: cow calf cattle heifer
ox: ox oxen bull
ewe: sheep lamb ewe
pig: pig piglet hog sow
goat: goat kid_goat billy_goat nanny_goat
wolf: wolf wolves
fox: fox vixen fox_cub
bear: bear bear_cub teddy_bear_animal grizzly
deer: antelope deer stag doe fawn reindeer hart roe
chipmunk: chipmunk
hedgehog: hedgehog porcupine
otter: otter
badger: badger
beaver: beaver
frog: frog toad tadpole froggy
turtle: turtle tortoise
snail: snail slug
lady-beetle: ladybird ladybug lady_beetle
honeybee: bee honeybee bumblebee wasp hornet
butterfly: butterfly moth
ant: ant
bug: bug caterpillar centipede
cricket: cricket grasshopper
spider: spider
spider-web: spider_web cobweb web spiderweb
worm: worm earthworm
dragon: dragon wyvern
sauropod: dinosaur brontosaurus
unicorn: unicorn
monkey: monkey chimpanzee
polar-bear: polar_bear
bat: bat
deciduous-tree: tree oak elm ash_tree apple_tree willow birch beech maple_tree chestnut_tree oak_tree sycamore plum_tree cherry_tree pear_tree linden
evergreen-tree: fir fir_tree fir-tree pine pine_tree spruce conifer cedar evergreen
christmas-tree: christmas_tree
palm-tree: palm palm_tree
blossom: flower blossom daisy bloom wildflower primrose buttercup marigold daffodil
rose: rose
tulip: tulip crocus
sunflower: sunflower
white-flower: lily snowdrop lily_of_the_valley
hyacinth: bluebell hyacinth lavender violet
bouquet: bouquet bunch_of_flowers nosegay
seedling: seedling sprout sapling shoot
herb: herb parsley mint thyme sage basil_herb
sheaf-of-rice: wheat corn_sheaf barley sheaf hay
leaf-fluttering-in-wind: leaf
fallen-leaf: fallen_leaf autumn_leaf dead_leaf
mushroom: mushroom toadstool
leafy-green: lettuce cabbage spinach kale salad_leaf
beans: bean beans french_bean broad_bean
carrot: carrot turnip radish parsnip beetroot
potato: potato
red-apple: apple
grapes: grape grapes
strawberry: strawberry raspberry
blueberries: blueberry blackberry berry gooseberry currant huckleberry
bread: bread loaf loaf_of_bread bread_loaf bun currant_bun roll_of_bread toast brown_bread crust
pie: pie apple_pie meat_pie
birthday-cake: cake birthday_cake
pancakes: pancake
cookie: cookie biscuit gingerbread
honey-pot: honey honey_pot jar_of_honey pot_of_honey
pot-of-food: soup stew porridge cauldron pot
bowl-with-spoon: bowl bowl_of_soup bowl_of_porridge
teapot: teapot kettle
hot-beverage: tea cup_of_tea coffee cocoa cup hot_chocolate mug
glass-of-milk: milk glass_of_milk
cheese-wedge: cheese
egg: egg
house: house home_house
house-with-garden: house_with_garden
houses: houses village_houses
hut: hut shack shed hovel
castle: castle palace fortress
church: church chapel abbey
school: school schoolhouse
tent: tent
ship: steamship steamer ocean_liner liner
sailboat: ship sailboat sailing_ship sailing_boat yacht vessel galleon schooner
canoe: canoe kayak raft
sled: sled sleigh sledge
wheel: wheel cartwheel
bicycle: bicycle bike
rocket: rocket spaceship rocket_ship spacecraft
flying-saucer: ufo flying_saucer
automobile: car automobile motorcar
locomotive: locomotive engine steam_engine
balloon: balloon
umbrella: umbrella parasol
crown: crown tiara
ring: ring
key: key
old-key: old_key golden_key rusty_key
door: door
window: window
bed: bed cradle crib cot
chair: chair stool armchair rocking_chair throne seat
couch-and-lamp: sofa couch settee
candle: candle
fire: fire campfire bonfire flame blaze hearth fireplace fireside
bell: bell
mirror: mirror looking_glass
closed-book: book
open-book: book storybook
scroll: scroll parchment
envelope: letter_envelope envelope
world-map: map treasure_map chart_map
compass: compass
telescope: telescope spyglass
magnifying-glass-tilted-left: magnifying_glass
hourglass-not-done: hourglass
watch: wristwatch
mantelpiece-clock: mantel_clock
alarm-clock: alarm_clock
coin: coin penny gold_coin farthing sixpence
money-bag: money gold_bag purse_of_gold
gem-stone: jewel gem diamond ruby emerald sapphire
crystal-ball: crystal_ball
magic-wand: wand magic_wand
broom: broom broomstick
axe: axe hatchet
hammer: hammer
dagger: dagger sword_dagger
crossed-swords: swords
bow-and-arrow: bow_and_arrow
shield: shield
fishing-pole: fishing_rod fishing_pole
knot: rope knot
thread: thread
yarn: yarn wool
teddy-bear: teddy teddy_bear
kite: kite
drum: drum
trumpet: trumpet bugle
violin: violin fiddle
guitar: guitar lute banjo_guitar
flute: flute pipe_flute whistle_flute recorder
backpack: backpack knapsack rucksack satchel bundle
wrapped-gift: present gift parcel
package: box package crate
locked: lock padlock
mans-shoe: shoe
womans-boot: boot wellington
coat: coat overcoat
top-hat: hat top_hat
womans-hat: bonnet sunhat
dress: dress gown frock
gloves: glove mitten
socks: sock stocking
glasses: spectacles eyeglasses
sun: sun sunshine
full-moon: moon full_moon
crescent-moon: crescent_moon new_moon
star: star
shooting-star: shooting_star falling_star comet
rainbow: rainbow
cloud: cloud
snowflake: snowflake
snowman: snowman snow_man
mountain: mountain hill
snow-capped-mountain: snowy_mountain snow-capped_mountain
ice: iceberg ice_floe ice
desert-island: desert_island
volcano: volcano
water-wave: wave
globe-showing-europe-africa: earth planet_earth
ringed-planet: planet
fountain: fountain
droplet: raindrop dewdrop
droplet: tear_drop
ghost: ghost spirit phantom
robot: robot android automaton
alien: alien martian
troll: troll
ogre: ogre giant
goblin: goblin imp hobgoblin
snowman-without-snow: snow_figure
jack-o-lantern: jack-o'-lantern pumpkin
toolbox: toolbox
rolled-up-newspaper: newspaper
bathtub: bathtub tub bath
pen: pen
feather: feather quill
mouse-trap: mousetrap mouse_trap
penguin: penguin
spouting-whale: spouting_whale
ladder: ladder
anchor: anchor
wood: log firewood plank
hole: hole pit
parachute: parachute
helicopter: helicopter
small-airplane: airplane aeroplane plane
tractor: tractor
horse-face: horse_head
camping: campsite
oil-drum: barrel cask
chains: chain
bone: bone
billed-cap: cap
handbag: bag
gorilla: ape gorilla
soccer-ball: ball
chestnut: acorn nut chestnut conker
railway-track: railway_track rails
station: railway_station train_station
pickup-truck: cart_truck
fireworks: firework
hook: fish_hook
dagger: sword
spiral-shell: shell seashell
money-bag: treasure treasure_chest chest_of_gold
pick: pickaxe
flat-shoe: slipper
seal: walrus sea_lion
pea-pod: pea
`;

/** Words whose concrete sense is rare in stories, or that are no things to be drawn; never in the lexicon. */
export const REFUSED_WORDS =
  `way end side top bottom back front middle part piece place thing things time times day night morning evening
  afternoon noon midnight dawn dusk hour minute moment second year week month spring summer autumn fall winter light
  darkness shadow sound voice noise song word name story tale life death love heart mind soul world land country earth_soil
  ground air water sea ocean lake river stream brook pond pool sky space body head face hand foot eye ear nose mouth arm leg
  finger toe hair tail paw wing beak claw fur neck chest ankle knee shoulder skin tooth tongue lip cheek chin tear tears
  back_side breath dream wish hope fear turn step_act jump run walk look help work play call cry laugh smile kiss
  hug fight trip line point kind sort lot bit deal case matter fact change chance course form group number set
  order plan rest show sight sign state use view war watch_time trouble friend stranger people man_kind crowd one two
  three four five root button kitchen bedroom garden field forest wood woods village town city street road lane path farm meadow
  shore beach island valley cellar room hall attic roof floor wall ceiling corner yard square market shop store
  school_class station north south east west centre center left right inside outside edge round track print spot mark
  cold heat warmth weather rain storm snow fog mist thunder lightning frost hail breeze_air sunlight moonlight starlight
  feast party dinner supper breakfast lunch meal food drink birthday wedding_day christmas holiday journey adventure
  good bad dear little big old young new first last next mine post bank_money will may can do second_time
  gold silver brass iron wooden copper bronze tin glass_material stone_material paper cloth silk leather
  red blue green yellow white black brown pink orange purple grey gray
  key_note letter note lesson news sense lie lies truth secret magic spell_words charm luck fortune
  height size length shape color colour pair couple dozen hundred thousand grain drop string bar
  star_rating trick deck court trunk crane pupil pot_drug joint grass weed crack
  fan toast_speech cab pan blow punch hook_blow bite draft bug_error mole_unit program bill
  can_tin china turkey_country date lime_mineral cup_prize bath_act seat_place stand shot strike swing slide
  match_game fire_act board bow_act press pitch_tone guard_duty sail nail horn_animal bar_law
  game ball_dance stitch stick_act log_record stable stall pen_sty pass check cast catch
  love_letter zero point_score sake rice_cracker hospital_case person_case baby_talk hands feet eyes ears
  angel_investor cross_mark plus minus multiply divide info ok stop_sign free cool new_button up_button
  wing_building bed_river mouth_river foot_mountain hard-working stuff sand mud dirt dust clay foam steam smoke
  music melody tune rhyme poem lullaby wagon carriage coach market flag treasure_hunt frame brass_button brass_buttons buttons goldilocks snowball robin_hood tom jenny jack`.split(
    /\s+/u,
  );

/**
 * People by what they do or are: the part of a drawing's name after `man-`, `woman-` (the neutral drawing has the bare
 * name). Words that say the gender themselves stand in GENDERED.
 */
export const ROLES = `
cook: cook chef baker pastry_cook confectioner
farmer: farmer gardener shepherd peasant miller ploughman farmhand goatherd beekeeper woodcutter_farmer
pilot: captain pilot sea_captain admiral conductor train_driver ferryman skipper engine_driver
guard: soldier guard sentry guardsman sentinel
mage: wizard magician sorcerer enchanter warlock mage
elf: elf dwarf gnome brownie pixie_elf leprechaun hobbit
fairy: fairy pixie sprite fairy_godmother tooth_fairy
merpeople: merperson
genie: genie djinn
vampire: vampire
teacher: teacher schoolteacher professor tutor
student: student pupil_student schoolchild
artist: artist painter
singer: singer musician minstrel bard
astronaut: astronaut spaceman cosmonaut
firefighter: firefighter fireman
police-officer: policeman police_officer constable policewoman officer
detective: detective sleuth
construction-worker: builder construction_worker mason bricklayer
factory-worker: blacksmith smith welder
mechanic: mechanic clockmaker watchmaker carpenter cobbler shoemaker toymaker tinker locksmith plumber repairman inventor
scientist: scientist chemist alchemist
health-worker: doctor nurse physician surgeon
judge: judge
office-worker: clerk merchant shopkeeper banker mayor
superhero: superhero hero_super
supervillain: villain
ninja: ninja thief robber burglar
`;

/** Drawing, gender (m, f, n), age (c child, a adult, o old), words. */
export const GENDERED = `
boy m c: boy lad schoolboy little_boy nephew grandson son errand_boy brother
girl f c: girl lass schoolgirl little_girl niece granddaughter daughter sister maiden_girl
child n c: child kid youngster grandchild orphan toddler cousin twin sibling
baby n c: baby infant newborn
man m a: man gentleman fellow father uncle husband mr sir lord dad daddy papa hunter huntsman woodcutter woodsman traveller traveler wanderer fisherman tailor lumberjack nobleman duke baron prisoner beggar neighbour_man landlord postman mailman milkman stranger_man guy bridegroom groom stepfather butcher candlestick_maker
woman f a: woman lady mother aunt wife mrs miss ms madam mum mom mummy mommy mama maiden maid housewife washerwoman widow stepmother landlady seamstress milkmaid duchess bride auntie
person n a: person traveller_person adult stranger neighbour neighbor villager somebody_person friend_person passenger guest visitor customer parent servant
old-man m o: old_man grandfather grandpa granddad grandad old_fellow hermit elder lighthouse_keeper lightkeeper keeper
old-woman f o: old_woman grandmother grandma granny old_lady crone nana
older-person n o: old_person
prince m a: prince
princess f a: princess
person-with-crown m a: king emperor sultan monarch ruler czar
person-with-crown f a: queen empress
woman-mage f a: witch sorceress enchantress
man-beard m a: sailor pirate seaman mariner viking
woman-merpeople f a: mermaid
man-merpeople m a: merman
santa-claus m o: santa santa_claus father_christmas
mrs-claus f o: mrs_claus
baby-angel n c: angel cherub cupid
clown-face n a: clown jester
man-guard m a: knight
woman-fairy f a: fairy_queen
`;

/** Drawings by height or length in metres, as a storybook shows them; the rest goes by kind. */
export const SIZES = `
0.03: ant bug lady-beetle fly mosquito honeybee cricket beetle worm spider snail key ring coin old-key beans blueberries cherries gem-stone butterfly seedling feather droplet
0.12: mouse baby-chick bird egg red-apple carrot potato grapes strawberry mushroom cookie frog hamster crab bat candle hot-beverage teacup-without-handle bell rose tulip blossom hyacinth herb leaf-fluttering-in-wind leafy-green cheese-wedge snowflake tropical-fish fish yarn thread hedgehog
0.3: rat chipmunk rabbit duck dove blackbird owl bread pie birthday-cake teapot honey-pot pot-of-food bowl-with-spoon hammer magic-wand crown closed-book open-book scroll mirror alarm-clock hourglass-not-done mans-shoe womans-boot top-hat drum trumpet flute violin chicken rooster hourglass-done teddy-bear balloon bouquet white-flower telescope jack-o-lantern snake lizard turtle penguin magnifying-glass-tilted-left wrapped-gift
0.6: cat black-cat fox otter badger beaver goose raccoon skunk eagle koala monkey parrot guitar umbrella broom axe shield wheel package backpack sunflower swan kite peacock flamingo baby fire poodle sloth
0.9: dog wolf goat ewe pig child boy girl chair sled potted-plant oil-drum locked boar leopard panda kangaroo snowman fountain bicycle
1.7: man woman person old-man old-woman older-person prince princess person-with-crown robot ghost goblin alien deer donkey bear polar-bear lion tiger gorilla unicorn bed door window bathtub couch-and-lamp fishing-pole coat
2: horse cow ox bison camel moose ogre troll canoe
3: elephant giraffe hippopotamus rhinoceros mammoth dolphin shark crocodile dragon automobile tent hut tractor
5: house house-with-garden deciduous-tree evergreen-tree palm-tree christmas-tree sailboat bus locomotive rocket sauropod t-rex circus-tent
9: whale spouting-whale houses church school ship castle
40: mountain snow-capped-mountain volcano mount-fuji desert-island
`;

/** Drawings that show a head only; the illustrator puts a body under it. */
export const HEADS =
  `fox bear wolf lion frog panda koala hamster polar-bear unicorn raccoon moose chicken boar robot alien alien-monster ogre
  goblin clown-face cat-face dog-face mouse-face rabbit-face horse-face cow-face pig-face tiger-face monkey-face
  dragon-face`.split(/\s+/u);
